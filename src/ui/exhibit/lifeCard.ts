import { si } from '../../model/figure.ts';
import { lifeSize } from '../../views/lifeSize.ts';
import { inScene } from '../../views/pose.ts';
import { subjectRack } from '../../views/stations.ts';
import type { TouchScreen } from '../../views/touchScreen.ts';
import { parcelShowing } from '../../views/viewPose.ts';
import { make } from '../element/make.ts';
import { createGlassScale } from './glassScale.ts';
import { type Card, type ExhibitContext, touchButton } from './parts.ts';

/** The card of the glass as a window. */
export interface LifeCard extends Card {
  /** Heights above the floor at the edge of the glass. */
  scale: HTMLElement;
  /** Brings the picture's usual stations back; the eye stays where it is until it is sent to one. */
  end(): void;
  /** Whether it is on, and nobody has sent the eye elsewhere since. */
  isOn(): boolean;
}

/**
 * Makes the glass a window behind which a rack is as large as it is; `screen` answers the screen, if its size is known, and `leave` is
 * called by the button that ends it.
 */
export function createLifeCard(
  { experience, say, format }: ExhibitContext,
  screen: () => TouchScreen | undefined,
  leave: () => void,
): LifeCard {
  const { store, live } = experience;
  const root = make('section', 'exhibit-card exhibit-life');
  const says = make('p', 'exhibit-note');
  root.append(says, touchButton('exhibit-first', say('exhibit.life.leave'), leave));
  const scale = createGlassScale(say, format);
  /** The flight that led here; undefined while it is off. */
  let flight: number | undefined;

  const heightOf = (item = '') => experience.campus().layout.site.catalogue.get(item)?.figures.height;
  const gradeOf = (figure = heightOf()) => say(`grade.${figure?.grade ?? 'assumed'}`);
  function speak(mount: number) {
    const { layout } = experience.campus();
    const { rackIndex } = subjectRack(layout, store.getState().gpu);
    const kind = layout.site.rackKinds[layout.racks.kind[rackIndex]!]!;
    const rack = format.height(kind.height);
    const sentences = [say('exhibit.life.rack', { rack, grade: gradeOf(heightOf(kind.id)) })];
    const high = heightOf(kind.server);
    if (high) {
      const values = { server: format.length(si(high)), grade: gradeOf(high) };
      sentences.push(say('exhibit.life.server', values));
    }
    if (mount > 0) sentences.push(say('exhibit.life.feet', { below: format.length(mount / 1000) }));
    says.textContent = sentences.join(' ');
  }
  return {
    root,
    scale: scale.root,
    respeak() {
      const now = screen();
      if (now) speak(now.mount);
      scale.respeak();
    },
    isOn: () => flight !== undefined && flight === store.getState().flight && !store.getState().story,
    open() {
      const now = screen();
      if (!now) return;
      const { timeline } = experience.campus();
      // The rack may not have been there yet on the day shown.
      if (store.getState().day < timeline.completeDay) experience.seek(timeline.completeDay);
      live.pane = (picture, camera) => {
        const { gpu } = store.getState();
        const [glass, parcel] = [screen(), parcelShowing(experience.campus(), gpu)];
        const pane = glass && lifeSize(parcel.layout, gpu, { ...glass, ...picture }, camera);
        if (glass) scale.show(glass);
        return pane && { ...pane, pose: inScene(pane.pose, parcel) };
      };
      speak(now.mount);
      flight = store.getState().flight + 1;
      experience.goTo('rack');
    },
    end() {
      flight = undefined;
      live.pane = undefined;
      scale.show(undefined);
    },
  };
}
