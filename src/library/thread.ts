/** The thread that the library starts on Node for work that may have to be stopped. */
import { answerJobs } from '../node/node-thread.ts';
import { NODE_TASKS } from '../node/tasks.ts';

answerJobs(NODE_TASKS);
