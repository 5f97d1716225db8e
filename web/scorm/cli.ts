/** `npm run scorm`, `cmi5` and `xapi`: write a package for a learning platform. Runs from build/scorm/. */
import { InputError, respond } from '../library/answer';
import { packageCommand } from './command';
import { RECORDING_SCRIPTS, type Standard } from './launch-page';

const here = (path: string) => new URL(path, import.meta.url);

const STANDARD = /^--standard=(.*)$/;

const args = process.argv.slice(2);
const standard = args.flatMap((each) => STANDARD.exec(each)?.[1] ?? []).at(-1) ?? 'scorm';
if (!Object.hasOwn(RECORDING_SCRIPTS, standard)) throw new InputError(`There is no standard ${standard}.`);

await respond(
  await packageCommand(
    args.filter((each) => !STANDARD.test(each)),
    {
      element: here('../../dist/mini-factory-packed.js'),
      scorm: here('./scorm.js'),
      xapi: here('./xapi.js'),
      schemas: here('../../web/scorm/schemas/'),
      styles: here('../../web/scorm/scorm.css'),
      site: here('../minifactory.html'),
      licences: here('./licences.txt'),
    },
    standard as Standard,
  ),
);
