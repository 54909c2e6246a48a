import { describe, expect, it } from 'vitest';
import { type Light, LIGHTS } from '../../src/scene/shading/look.ts';
import { applyLight, createViewUniforms } from '../../src/scene/shading/shared.ts';

/** The light for an eye outside (0) or inside (1) of a hall whose lamps burn or not. */
function lightAt(light: Light, inside: number, burns: number) {
  const view = createViewUniforms();
  applyLight(view, light, inside, burns > 0);
  return view;
}
const { night, model } = LIGHTS;
const sumOf = ({ r, g, b }: { r: number; g: number; b: number }) => r + g + b;

describe('the light at night', () => {
  it('has no sun and no moon anywhere, and in a hall nearly nothing but its lamps', () => {
    for (const inside of [0, 0.5, 1])
      for (const burns of [0, 1]) expect(lightAt(night, inside, burns).uSunLight.value.getHex()).toBe(0);
    const [lit, outside] = [lightAt(night, 1, 1), lightAt(night, 0, 1)];
    expect(sumOf(lit.uSkyLight.value)).toBeLessThan(sumOf(outside.uSkyLight.value) * 0.1);
    expect(sumOf(lit.uSkyLight.value)).toBeLessThan(sumOf(lit.uHallLight.value) * 0.05);
  });

  it('goes out in a hall whose lamps do not burn', () => {
    const dark = lightAt(night, 1, 0);
    expect(dark.uHallLight.value.getHex()).toBe(0);
    expect(sumOf(dark.uSkyLight.value)).toBeLessThan(0.03);
  });
});

describe('shade on level ground', () => {
  /** What is left in shade of a white ground's colour in the sun, as the screen's values. */
  function shadeOf(view: ReturnType<typeof lightAt>) {
    const { uSkyLight, uSunLight, uSunInSky, uShadow, uShade } = view;
    const sunlit = uSkyLight.value.clone().add(uSunLight.value.clone().multiplyScalar(uSunInSky.value.y));
    const channels = [sunlit, uShade.value, uSkyLight.value].map((color) => color.toArray());
    return channels[0]!.map((light, part) => [
      Math.sqrt(light) * (1 - uShadow.value) + channels[1]![part]!,
      Math.sqrt(channels[2]![part]!),
    ]);
  }

  it('has by day what the sky alone gives, and so is cooler than what the sun lights', () => {
    const view = lightAt(model, 0, 0);
    for (const [shade, sky] of shadeOf(view)) expect(shade).toBeCloseTo(sky!, 6);
    const { r, b } = view.uShade.value;
    expect(b).toBeGreaterThan(r);
  });

  it('is at night that of lamps alone, which has no colour', () => {
    const view = lightAt(night, 0, 0);
    expect(view.uShadow.value).toBe(night.shadow);
    expect(view.uShade.value.getHex()).toBe(0);
  });
});

describe('the light of the model', () => {
  it('is that of the sun outside and where no lamp burns yet, and of the lamps in a hall that has them', () => {
    const [outside, dark, lit] = [lightAt(model, 0, 1), lightAt(model, 1, 0), lightAt(model, 1, 1)];
    expect(dark.uSunLight.value).toEqual(outside.uSunLight.value);
    expect(dark.uSkyLight.value).toEqual(outside.uSkyLight.value);
    expect(sumOf(outside.uHallLight.value)).toBe(0);
    expect(lit.uSunLight.value.getHex()).toBe(0);
    expect(sumOf(lit.uHallLight.value)).toBeGreaterThan(1);
  });
});
