/** How the names of the pictures end that authors may put beside a text. */
export const pictureEnding = /\.(?:png|jpe?g|webp|gif|avif|svg)$/i;
