/** Records what a camera paints as a film, frame by frame: WebM, or MP4 in browsers without WebM. */
import type { Camera } from './camera';

const FRAMES_A_SECOND = 25;
/** Milliseconds between two updates of the SVG images, which take longer than canvases and text. */
const DRAWINGS_INTERVAL = 250;
const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4'];

/** Whether this browser can record films. */
export function canFilm(): boolean {
  return typeof MediaRecorder !== 'undefined' && TYPES.some((type) => MediaRecorder.isTypeSupported(type));
}

export interface Film {
  /** Resolves to the film, in which the last picture stays for a moment. */
  stop(): Promise<Blob>;
}

export function startFilm(camera: Camera): Film {
  const stream = camera.canvas.captureStream(FRAMES_A_SECOND);
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? 'video/webm';
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: 6_000_000 });
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  let isOver = false;
  const paint = (): void => {
    if (isOver) return;
    camera.paint();
    requestAnimationFrame(paint);
  };
  const takeDrawings = async (): Promise<void> => {
    while (!isOver) {
      await camera.takeDrawings().catch(() => {});
      await pause(DRAWINGS_INTERVAL);
    }
  };
  recorder.start();
  paint();
  void takeDrawings();
  return {
    async stop() {
      await pause(1000);
      await camera.takeDrawings().catch(() => {});
      await pause(500);
      isOver = true;
      recorder.stop();
      await ended;
      for (const track of stream.getTracks()) track.stop();
      return new Blob(pieces, { type: mimeType.replace(/;.*/, '') });
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
