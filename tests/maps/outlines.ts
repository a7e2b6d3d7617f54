import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "astro/zod";
import { outlineNode } from "../../src/maps/outline.ts";

const FOLDER = join(import.meta.dirname, "../../content/mindmaps");
const MindMapFile = z.object({ title: z.string(), center: z.string(), nodes: z.array(outlineNode) });

/** The maps that editors wrote. */
export const OUTLINES = readdirSync(FOLDER).map((file) => ({
  slug: basename(file, ".yaml"),
  ...MindMapFile.parse(parse(readFileSync(join(FOLDER, file), "utf8"))),
}));
