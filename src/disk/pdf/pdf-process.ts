/** The process for PDFs. */
import { answerRequests } from '../answer-requests.ts';
import { readPdf } from './read-pdf.ts';

answerRequests(1_073_741_824, readPdf);
