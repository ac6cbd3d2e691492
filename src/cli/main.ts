import process from 'node:process';
import { version } from '../../package.json' with { type: 'json' };
import { nodeWorld } from './node-world.ts';
import { touchstone } from './touchstone.ts';

// A reader that closes the pipe early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));
process.exitCode = await touchstone(process.argv.slice(2), nodeWorld(version), version);
