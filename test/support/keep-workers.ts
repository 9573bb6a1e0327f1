/** Processes of tests open hundreds of pools: each takes the workers of the one before. */
import { keepSpareWorkers } from '../../src/private/publish/worker-pool.ts';

keepSpareWorkers();
