import { withEvidence } from '../../../model/evidence.ts';
import { useCampus } from '../../../state/hooks.ts';
import { between } from '../../evidence/words.ts';
import type { Card } from '../../figureCard.ts';
import { useLanguage } from '../language/words.ts';
import { Grade } from '../widgets/Grade.tsx';
import { Basis } from './FigureLine.tsx';
import { useFigures } from './useFigures.ts';
import './numbers.css';

/** Figures that chips are compared by, and further ones where there is room. */
const ROWS = ['memory', 'memory-bandwidth', 'power', 'transistors', 'dies', 'die-area'];
const FURTHER = ['bf16-dense', 'fp8-dense', 'flop-per-joule'];
/** From here on counts are written in words. */
const MANY = 1e9;
/** What they amount to. */
const GAINS = ['memory-gain', 'bandwidth-gain', 'flop-per-joule-gain'];

/** Chips side by side as figures, each with its grade; and what Blackwell gains over the H200, with the remark on the memory as shipped. */
export function ChipTable({ chips, isWhole = false }: { chips: readonly string[]; isWhole?: boolean }) {
  const { say, format } = useLanguage();
  const { figures, card } = useFigures();
  const catalogue = useCampus((campus) => withEvidence(campus.site).catalogue);
  const sources = new Set<string>();
  const large = new Intl.NumberFormat(format.tag, { notation: 'compact', compactDisplay: 'long' });
  const written = (id: string, { value }: Card) => {
    const figure = figures.get(id);
    return figure && figure.value >= MANY && figure.unit === 'count' ? large.format(figure.value) : value;
  };
  const rows = (isWhole ? [...ROWS, ...FURTHER] : ROWS).map((name) => ({
    name,
    cards: chips.map((id) => card(figures.get(`${id}.${name}`))),
  }));
  for (const { cards } of rows)
    for (const each of cards)
      if (each?.source && !each.arithmetic) sources.add(each.source.join(between(say, 'comma')));
  return (
    <>
      <table className="chip-table">
        <caption className="hidden">{say('numbers.chips')}</caption>
        <thead>
          <tr>
            {chips.map((id) => (
              <th key={id} scope="col" title={catalogue.get(id)?.name}>
                {id.toUpperCase()}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(({ name, cards }) => (
          <tbody key={name}>
            <tr>
              <th colSpan={chips.length} scope="rowgroup">
                {cards.find(Boolean)?.name ?? name}
              </th>
            </tr>
            <tr>
              {cards.map((each, at) => (
                <td key={chips[at]}>
                  {each ? (
                    <>
                      <bdi>{written(`${chips[at]}.${name}`, each)}</bdi>{' '}
                      <Grade grade={each.grade} restsOn={each.restsOn} quiet />
                      {each.range && <bdi className="chip-range">{each.range}</bdi>}
                    </>
                  ) : (
                    say('numbers.unknown')
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
      <dl className="figure-list">
        {GAINS.map((id) => {
          const gain = card(figures.get(id));
          return (
            gain && (
              <div key={id} className="figure-line">
                <dt>{gain.name}</dt>
                <dd>
                  <strong>
                    <bdi>+{gain.value}</bdi>
                  </strong>
                  <Basis card={gain} withNote />
                </dd>
              </div>
            )
          );
        })}
      </dl>
      <p className="numbers-sources">{[...sources].join(between(say, 'semicolon'))}</p>
    </>
  );
}

export default ChipTable;
