import type { CatalogueItem } from '../../model/catalogue.ts';
import type { Pose } from '../../model/catalogueSchema.ts';
import { hallsOf } from '../../layout/parcels.ts';
import { isWithin } from '../../model/rect.ts';
import type { Site } from '../../model/site.ts';
import { fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';
import type { Things } from '../things/Things.ts';
import { shadowOf } from './shadow.ts';

/** People within this distance of a building, metres, are dressed as staff. */
const NEAR = 16;

/** Adds a person and their shadow; in a hall, from the day on which its floor is laid. */
export function addPerson(
  things: Things,
  { x, y, z, heading }: Site['placements'][number],
  size: CatalogueItem['size'],
  pose: Pose,
): void {
  const { site, timeline } = things;
  const hall = hallsOf(site).find(({ rect }) => y > 0 && isWithin(rect, x, z));
  const staff = site.buildings.some(({ rect }) => isWithin(rect, x, z, NEAR));
  const body = {
    ...{ x, y, z, heading, pose, staff, height: size.y },
    ...(hall && {
      from: fitOutDays(timeline, hall, 'floor').to,
      lit: litFrom(timeline, hall),
      hall: hall.number,
    }),
  };
  things.person({ ...body, length: size.x, width: size.z });
  (y === 0 ? things.casters : things.floorCasters).push(shadowOf(body));
}
