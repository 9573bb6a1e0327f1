/** What is asked of a picture, and what comes of it. */

export interface EncodedImage {
  /** `<hash>-<width>.webp` */
  name: string;
  width: number;
  bytes: Uint8Array;
}

export interface PublishedImage {
  variants: EncodedImage[];
  width: number;
  height: number;
}

export interface FailedImage {
  /** `too-slow`: it took too long, or too much memory. */
  failed: 'unreadable' | 'too-large' | 'too-slow';
  /** Why a drawing is refused. */
  reason?: string;
}

export type ImageOutcome = PublishedImage | FailedImage;

/** `look`: only fails where `publish` would; `pixels`: a PNG of what is published. */
export type ImageTask = 'publish' | 'look' | 'pixels';

export interface ImageRequest {
  task: ImageTask;
  source: Uint8Array;
  isDrawing: boolean;
}
