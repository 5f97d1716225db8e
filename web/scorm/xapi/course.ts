/** What a package says about itself: `cmi5.xml` (cmi5, 13) and `tincan.xml` (Rustici Software's format for xAPI). */
import { createHash } from 'node:crypto';
import { escaped } from '../../export/markup';
import type { Completion } from '../outcome';

export interface Course {
  readonly title: string;
  /** Text that tells this package from others. */
  readonly content: string;
  readonly page: string;
  readonly completes: Completion;
}

/** A name for ever: the same for the same content. RFC 9562, version 8. */
function identifier(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

const DESCRIPTION = 'A neural network to train, or a lesson about it, in the browser.';

const text = (tag: string, words: string) =>
  `<${tag}>\n      <langstring lang="en">${escaped(words)}</langstring>\n    </${tag}>`;

export function cmi5Course({ title, content, page, completes }: Course): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${identifier(`course ${content}`)}">
    ${text('title', title)}
    ${text('description', DESCRIPTION)}
  </course>
  <au id="${identifier(`unit ${content}`)}" moveOn="${completes === 'goal' ? 'Passed' : 'Completed'}" launchMethod="AnyWindow">
    ${text('title', title)}
    ${text('description', DESCRIPTION)}
    <url>${escaped(page)}</url>
  </au>
</courseStructure>
`;
}

export function tincan({ title, content, page }: Course): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tincan xmlns="http://projecttincan.com/tincan.xsd">
  <activities>
    <activity id="${identifier(`unit ${content}`)}" type="http://adlnet.gov/expapi/activities/lesson">
      <name lang="en">${escaped(title)}</name>
      <description lang="en">${DESCRIPTION}</description>
      <launch lang="en">${escaped(page)}</launch>
    </activity>
  </activities>
</tincan>
`;
}
