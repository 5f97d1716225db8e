/** `npm run scorm`: writes a package for a learning platform. It runs from build/scorm/. */
import { respond } from '../library/answer';
import { scormCommand } from './command';

const here = (path: string) => new URL(path, import.meta.url);

await respond(
  await scormCommand(process.argv.slice(2), {
    element: here('../../dist/mini-factory-packed.js'),
    recording: here('./scorm.js'),
    styles: here('../../web/scorm/scorm.css'),
    site: here('../minifactory.html'),
    licences: here('./licences.txt'),
  }),
);
