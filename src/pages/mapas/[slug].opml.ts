import type { APIRoute, GetStaticPaths } from "astro";
import { mapOpml } from "../../maps/opml-file.ts";
import { mapDocument, mapFilePaths, type MapFileProps } from "./_map-files.ts";

export const getStaticPaths = mapFilePaths satisfies GetStaticPaths;

export const GET: APIRoute<MapFileProps> = ({ props, site }) =>
  new Response(mapOpml(mapDocument(props.map, site)), {
    headers: { "content-type": "text/x-opml; charset=utf-8" },
  });
