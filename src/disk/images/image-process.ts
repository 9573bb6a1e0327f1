/** The process for pictures. */
import { answerRequests } from '../answer-requests.ts';
import { encodeImage } from './encode-image.ts';
import type { ImageRequest } from './image-outcome.ts';

answerRequests(1_610_612_736, ({ task, source, isDrawing }: ImageRequest) => encodeImage(task, source, isDrawing));
