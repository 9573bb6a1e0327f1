/** Processes of tests open hundreds of pools: each takes the workers of the one before. */
import { reuseWorkers } from '../../src/private/publish/worker-pool.ts';

reuseWorkers();
