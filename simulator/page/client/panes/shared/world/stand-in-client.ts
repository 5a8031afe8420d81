import { Observable } from '../../../observable.ts';
import type { Violation } from '../../platform.ts';

/** What is watched through a platform's control API. */
export interface Watched<Screen> {
  screen(user: string): Promise<Screen>;
  violations(): Promise<readonly Violation[]>;
}

interface OnScreen {
  readonly me: { readonly id: string };
}

/** What this page knows of a stand-in: the screens of the people shown, fresh after every change. */
export class StandInClient<Screen extends OnScreen, Control extends Watched<Screen>> {
  readonly control: Control;
  readonly screens = new Observable<Readonly<Record<string, Screen>>>({});
  readonly violations = new Observable<readonly Violation[]>([]);
  readonly connected = new Observable(true);
  #shown: readonly string[] = [];
  #running: Promise<void> | undefined;
  #again = false;

  constructor(control: Control) {
    this.control = control;
  }

  show(people: readonly string[]): void {
    if (people.join() === this.#shown.join()) return;
    this.#shown = people;
    this.refresh();
  }

  /** Asks for the screens of those shown. Changes that arrive meanwhile are answered by one more round, not by many. */
  refresh(): void {
    this.#again = true;
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
    });
  }

  /** Looks once at the screens of people who are not shown. */
  async glance(people: readonly string[]): Promise<void> {
    try {
      this.#keep(await Promise.all(people.map((user) => this.control.screen(user))));
    } catch {
      this.connected.set(false);
    }
  }

  async #rounds(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.glance(this.#shown);
      await this.#lookForViolations();
    }
  }

  async #lookForViolations(): Promise<void> {
    try {
      this.violations.set(await this.control.violations());
    } catch {
      this.connected.set(false);
    }
  }

  #keep(screens: readonly Screen[]): void {
    const fresh = Object.fromEntries(screens.map((screen) => [screen.me.id, screen]));
    this.screens.update((known) => ({ ...known, ...fresh }));
  }
}
