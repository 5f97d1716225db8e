/** Opens files that are dropped anywhere on the page while the playground is shown. */
import type { OpenCommand, PageEvent } from '../state/page/events';
import { LARGEST_FILE, tooLarge } from '../state/recipe/opened-file';

type Dropped = OpenCommand | Extract<PageEvent, { type: 'opening-refused' }>;

/**
 * Calls `onDrop` with the command for a dropped file; more than one file is refused. Returns a function that stops
 * listening.
 */
export function takeDrops(playground: HTMLElement, onDrop: (dropped: Dropped) => void): () => void {
  const onOver = (event: DragEvent): void => {
    // Without this the browser would replace the page by the file.
    if (!playground.hidden && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const onFile = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (playground.hidden || files.length === 0) return;
    event.preventDefault();
    void read(files).then(onDrop);
  };
  document.body.addEventListener('dragover', onOver);
  document.body.addEventListener('drop', onFile);
  return () => {
    document.body.removeEventListener('dragover', onOver);
    document.body.removeEventListener('drop', onFile);
  };
}

async function read(files: readonly File[]): Promise<Dropped> {
  const [file] = files;
  if (file === undefined || files.length > 1) return refused('Drop one recipe or model at a time.');
  if (file.size > LARGEST_FILE) return refused(tooLarge(file.name));
  try {
    return { type: 'open-file', name: file.name, text: await file.text() };
  } catch {
    return refused(`${file.name} could not be read.`);
  }
}

function refused(sentence: string): Dropped {
  return { type: 'opening-refused', sentence };
}
