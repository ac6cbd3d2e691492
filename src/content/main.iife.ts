/** Run by a click on the toolbar button: for this page, once. */
import { readHere } from './here.ts';

readHere({ follow: false });
