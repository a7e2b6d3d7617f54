import type { APIRoute, GetStaticPaths } from "astro";
import { mapMarkdown } from "../../maps/markdown-file.ts";
import { mapDocument, mapFilePaths, type MapFileProps } from "./_map-files.ts";

export const getStaticPaths = mapFilePaths satisfies GetStaticPaths;

export const GET: APIRoute<MapFileProps> = ({ props, site }) =>
  new Response(mapMarkdown(mapDocument(props.map, site)), {
    headers: { "content-type": "text/markdown; charset=utf-8" },
  });
