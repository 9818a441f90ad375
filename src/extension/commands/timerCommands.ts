import { TimerStatus } from '../views/timerStatus';
import { Timer, type TimerParts } from './timer';

/** The timer with its commands and its place in the status bar. */
export function createTimer(parts: TimerParts) {
  const timer = new Timer(parts);
  return {
    status: new TimerStatus(parts.session, parts.clock),
    commands: {
      'statusBook.startTimer': (given: unknown) => timer.start(given),
      'statusBook.stopTimer': (given: unknown) => timer.stop(given),
      'statusBook.switchTimer': (given: unknown) => timer.switch(given),
      'statusBook.timerActions': () => timer.choose(),
    },
  };
}
