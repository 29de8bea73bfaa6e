/** How far an ad is, on a terminal: a bar that moves, or one plain line per stage where the output is not a terminal. */
import { SingleBar } from 'cli-progress';

export type ProgressLine = {
  show(stage: string, sentence: string, done: number): void;
  say(sentence: string): void;
  end(): void;
};

export function createProgressLine(output: NodeJS.WriteStream): ProgressLine {
  return output.isTTY ? movingBar(output) : plainLines(output);
}

function plainLines(output: NodeJS.WritableStream): ProgressLine {
  let last = '';
  return {
    show(stage, sentence) {
      if (stage !== last) output.write(`${sentence}\n`);
      last = stage;
    },
    say: (sentence) => void output.write(`${sentence}\n`),
    end() {},
  };
}

function movingBar(output: NodeJS.WriteStream): ProgressLine {
  const bar = new SingleBar({
    stream: output,
    format: '{bar} {percentage} %  {sentence}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
  });
  let isShown = false;
  const hide = () => {
    if (isShown) bar.stop();
    isShown = false;
  };
  return {
    show(_stage, sentence, done) {
      if (!isShown) bar.start(100, 0, { sentence });
      isShown = true;
      bar.update(Math.round(done * 100), { sentence });
    },
    say(sentence) {
      hide();
      output.write(`${sentence}\n`);
    },
    end: hide,
  };
}
