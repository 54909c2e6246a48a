import { fullCatalogueIn } from '../../../model/comparison.ts';
import type { Figure } from '../../../model/figure.ts';
import { shownGpu } from '../../../views/focus.ts';
import { addressOf } from '../../../layout/address.ts';
import type { Layout } from '../../../layout/layout.ts';
import { acceleratorOf } from '../../../layout/serverPlan.ts';
import { useCampus, useChoice } from '../../../state/hooks.ts';
import { measured } from '../../figureCard.ts';
import { Grade } from '../widgets/Grade.tsx';
import { SourceLines } from '../widgets/SourceLine.tsx';
import { useLanguage } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import './namePlate.css';

const SHOWN = {
  gpu: ['die-area', 'memory', 'memory-bandwidth', 'bf16-dense', 'fp8-dense', 'power'],
  server: ['gpus', 'cpus', 'network-links', 'link-rate', 'power-supplies', 'power', 'mass'],
} as const;

/** The catalogue entry of the server or GPU that is shown, of the server where there are no GPUs; a document's own entry replaces the built-in one. */
function itemOf(layout: Layout, view: 'gpu' | 'server', gpu: number) {
  const { racks, site } = layout;
  const { rackIndex } = addressOf(layout, gpu);
  const id =
    view === 'gpu' && layout.totals.gpus > 0
      ? acceleratorOf(layout, rackIndex)
      : site.rackKinds[racks.kind[rackIndex]!]!.server;
  if (id === undefined) return undefined;
  const own = site.document.catalogue?.[id] !== undefined;
  return (own ? site.catalogue : fullCatalogueIn(site)).get(id);
}

/** Figures of the server or GPU that is shown, each with its grade, and their sources. */
export function NamePlate({ view }: { view: 'server' | 'gpu' }) {
  const { say, format } = useLanguage();
  const layout = useCampus((campus) => campus.layout);
  const chosen = useChoice((state) => state.gpu);
  const shown = shownGpu(layout, chosen);
  const item = shown > 0 ? itemOf(layout, view, shown) : undefined;
  if (!item) return null;
  const { figures } = item;
  const ids = SHOWN[layout.totals.gpus > 0 ? view : 'server'].filter((id) => figures[id]?.value !== 0);
  const rows = ids.flatMap((id): { id: string; value: string; grade: Figure['grade'] }[] => {
    const figure = figures[id];
    if (!figure) return [];
    return [{ id, value: measured(figure.value, figure.unit, format.tag), grade: figure.grade }];
  });
  const sides = ['length', 'width', 'depth', 'height'].flatMap((side) => figures[side] ?? []);
  const last = sides.at(-1);
  if (last) {
    const others = sides.slice(0, -1).map(({ value }) => format.decimal(value));
    const value = [...others, measured(last.value, last.unit, format.tag)].join(' × ');
    rows.push({ id: 'size', value, grade: sides[0]!.grade });
  }
  const named = ids.flatMap((id) => figures[id]?.source ?? []);
  return (
    <section className="plate" aria-label={say('region.plate')}>
      <h2>
        <DocumentText text={item.name} lines={2} />
      </h2>
      <dl>
        {rows.map(({ id, value, grade }) => (
          <div key={id} className="plate-row">
            <dt>{say(`figure.${id}`)}</dt>
            <dd>
              {value} <Grade grade={grade} quiet />
            </dd>
          </div>
        ))}
      </dl>
      <p className="plate-sources">
        <SourceLines ids={named} />
      </p>
    </section>
  );
}
