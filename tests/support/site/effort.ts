import type { Page } from "playwright-core";

/** What a journey asks of somebody's fingers. */
export interface Effort {
  readonly fields: number;
  readonly taps: number;
  /** Characters of what the form asks for, without the texts and the name that are one's own to write. */
  readonly typed: number;
}

/** Uses a page as a person does, by labels and names, and counts. A list is two taps: to open it and to choose. */
export class Fingers {
  #fields = 0;
  #taps = 0;
  #typed = 0;

  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get effort(): Effort {
    return { fields: this.#fields, taps: this.#taps, typed: this.#typed };
  }

  async press(role: "button" | "link", name: string): Promise<void> {
    this.#taps += 1;
    await this.page.getByRole(role, { name }).first().click();
  }

  /** A text of one's own. */
  async write(label: string, text: string): Promise<void> {
    this.#fields += 1;
    this.#taps += 1;
    await this.page.getByLabel(label).first().fill(text);
  }

  async type(label: string, value: string): Promise<void> {
    this.#typed += value.length;
    await this.write(label, value);
  }

  async choose(label: string, option: string): Promise<void> {
    this.#fields += 1;
    this.#taps += 2;
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  }

  async tick(role: "radio" | "checkbox", name: string | RegExp): Promise<void> {
    this.#fields += 1;
    this.#taps += 1;
    await this.page.getByRole(role, { name }).check();
  }
}
