/**
 * imsmanifest.xml of SCORM 1.2: one organization with one item, whose resource is the page and lists every file.
 * Source: ADL, Sharable Content Object Reference Model 1.2, Content Aggregation Model, 2.3.
 */
import { escaped } from '../export/markup';

export const MANIFEST = 'imsmanifest.xml';

/** The schemas that the manifest names, and those that they import: every package contains them beside it. */
export const SCHEMAS = ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'imsmd_rootv1p2p1.xsd', 'ims_xml.xsd'] as const;

export interface Manifest {
  /** A unique name: letters, digits, `-` and `_`, beginning with a letter. */
  readonly identifier: string;
  readonly title: string;
  /** The first one is the page that is launched. */
  readonly files: readonly string[];
}

export function manifest({ identifier, title, files }: Manifest): string {
  const [page = ''] = files;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${escaped(identifier)}" version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
      http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="minifactory-organization">
    <organization identifier="minifactory-organization">
      <title>${escaped(title)}</title>
      <item identifier="minifactory-item" identifierref="minifactory-sco" isvisible="true">
        <title>${escaped(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="minifactory-sco" type="webcontent" adlcp:scormtype="sco" href="${escaped(page)}">
${files.map((file) => `      <file href="${escaped(file)}" />`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
