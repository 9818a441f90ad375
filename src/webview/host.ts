import {
  type DashboardState,
  protocolVersion,
  readDashboardState,
  type WebviewMessage,
} from '../shared/dashboardProtocol';

interface VsCodeApi {
  postMessage(message: WebviewMessage): void;
  getState(): unknown;
  setState(state: DashboardState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

type WithoutVersion<T> = T extends unknown ? Omit<T, 'version'> : never;

/** The extension, as the dashboard sees it: somebody to write to, and a place to keep what must not be lost. */
export class Host {
  private readonly api = acquireVsCodeApi();
  private kept = readDashboardState(this.api.getState());

  get state(): DashboardState {
    return this.kept;
  }

  keep(change: Partial<DashboardState>): void {
    this.kept = { ...this.kept, ...change };
    this.api.setState(this.kept);
  }

  send(message: WithoutVersion<WebviewMessage>): void {
    this.api.postMessage({ ...message, version: protocolVersion });
  }
}
