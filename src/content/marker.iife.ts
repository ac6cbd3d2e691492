/** Run by the background where the reader has switched the dots on, or asks where the page shows something. */
import { markHere } from './markers.ts';

markHere();
