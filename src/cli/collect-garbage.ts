/** Keeps a build small: memory is given back between its stages, and garbage collected before there is much of it. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collector = (options?: { type: 'minor' }) => void;
let made: Collector | undefined;

/** With less, nothing is gained by it. */
const worthCollecting = 128_000_000;

/**
 * V8 collects what is old when there is several times as much of it as after the last time: garbage of one stage would lie
 * beside what the next one needs. Takes about a millisecond for each megabyte that lives.
 */
export function collectGarbage(): void {
  if (getHeapStatistics().used_heap_size >= worthCollecting) collector()();
}

function collector(): Collector {
  if (!made) {
    setFlagsFromString('--expose-gc');
    made = runInNewContext('gc') as Collector;
  }
  return made;
}

/** Bytes of buffers that may lie there unused; more than that is collected in a few milliseconds. */
const mostUnused = 32_000_000;
/** What lay outside of V8's heap after the last time, in bytes. */
let stayed: number | undefined;

/** To be called often. Buffers lie outside of V8's heap: it takes hundreds of megabytes of them for little, since each is small within. */
export function collectBuffers(): void {
  const outside = () => getHeapStatistics().external_memory;
  if (stayed !== undefined && outside() - stayed < mostUnused) return;
  if (stayed !== undefined) collector()({ type: 'minor' });
  stayed = outside();
}

/**
 * By itself V8 lets garbage grow to several times what lives; of a large site that is most of the memory. With half of it, the gate of
 * 3,000 postmortems takes a fifth less, and no more time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
