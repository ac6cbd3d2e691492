/** Run by a click on the toolbar button: this page, this once. */
import { readHere } from './here.ts';

readHere({ follow: false });
