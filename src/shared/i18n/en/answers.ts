/** Words of what readers are told first: the way around, how things stand, what it means for them. */

export const answers = {
  menu: 'Menu',
};
