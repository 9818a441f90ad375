import type { CompetitorSection, CompetitorTile } from '../../shared/dashboardProtocol';
import { labels } from '../labels';
import { DataTable, Panel, PlaceButton, StateIcon } from '../parts';

export function CompetitorPanel({ section }: { section: CompetitorSection }) {
  return (
    <Panel id="competitors" title={labels.competitors.title} lead={section.summary} empty={section.empty}>
      <ul class="strip" id="competitor-strip" aria-label={section.summary}>
        {section.tiles.map((tile) => (
          <li key={tile.place.path}>
            <Tile tile={tile} />
          </li>
        ))}
      </ul>
      {section.more && <p class="muted">{section.more}</p>}
      <DataTable id="competitors-data" table={section.table} />
    </Panel>
  );
}

function Tile({ tile }: { tile: CompetitorTile }) {
  const { title, threat, used, text, state, stateText, place } = tile;
  return (
    <PlaceButton place={place} class={`tile ${state}`}>
      <span class="name">{title}</span>
      <span class="muted">{threat}</span>
      {/* Twice the cadence fills the gauge; its mark is the day it is due. */}
      <span class="gauge" aria-hidden="true">
        <span class={`bar ${state}`} style={{ width: `${Math.min(1, used / 2) * 100}%` }} />
      </span>
      <span class="state">
        <StateIcon state={state} isSpoken={false} />
        <span>{stateText}</span>
      </span>
      <span>{text}</span>
    </PlaceButton>
  );
}
