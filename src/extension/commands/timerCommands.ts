import { once } from '../../core/model/once';
import { TimerStatus } from '../views/timerStatus';
import { Timer, type TimerParts } from './timer';

/** The timer with its commands and its place in the status bar. */
export function createTimer({
  timerLog,
  ...parts
}: Omit<TimerParts, 'log'> & { timerLog(): TimerParts['log'] }) {
  const timer = once(() => new Timer({ ...parts, log: timerLog() }));
  return {
    status: new TimerStatus(parts.session, parts.clock),
    commands: {
      'statusBook.startTimer': (given: unknown) => timer().start(given),
      'statusBook.stopTimer': (given: unknown) => timer().stop(given),
      'statusBook.switchTimer': (given: unknown) => timer().switch(given),
      'statusBook.timerActions': () => timer().choose(),
    },
  };
}
