/** Run by the browser on sites that the reader has named: on every page of theirs, soft navigation included. */
import { readHere } from './here.ts';

readHere({ follow: true });
