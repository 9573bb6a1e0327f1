/** Bounds of pictures, apart from the library that decodes them. */

/** Most pixels of a source image. */
export const maximumPixels = 40_000_000;
