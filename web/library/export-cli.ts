/** `npm run export`: exports a recipe, or the result of training it. */
import { respond } from './answer';
import { exportCommand } from './export-command';

await respond(await exportCommand(process.argv.slice(2)));
