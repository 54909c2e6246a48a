import { KIND_RECORD } from '../rackRecords/kindRecords.ts';
import REACH from '../rackRecords/nearReach.glsl';
import { MOST_NEAR, REACH_DEFINES } from '../rackRecords/nearReach.ts';
import RACK from '../rackRecords/rack.glsl';
import { RACK_RECORD } from '../rackRecords/rackRecords.ts';
import DOOR from '../rackRecords/rearDoor.glsl';
import NEAR_RACK from './nearRack.glsl';

/** GLSL: which near rack a part belongs to. */
export const NEAR_RACK_GLSL = [RACK_RECORD.glsl, KIND_RECORD.glsl, RACK, DOOR, REACH, NEAR_RACK];

/** Its constants; the first `open` parts are those of the rack whose door is open, then each near rack has `closed`. */
export const nearRackDefines = (open: number, closed: number) => ({
  ...REACH_DEFINES,
  MOST_NEAR,
  OPEN_PARTS: open,
  CLOSED_PARTS: closed,
});
