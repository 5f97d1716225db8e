/** `npm run export`: a recipe, or what comes of it, for other programs. */
import { respond } from './answer';
import { exportCommand } from './export-command';

await respond(await exportCommand(process.argv.slice(2)));
