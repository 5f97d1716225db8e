/** `npm run export`: a recipe as a program of its own. */
import { respond } from './answer';
import { exportCommand } from './export-command';

await respond(await exportCommand(process.argv.slice(2)));
