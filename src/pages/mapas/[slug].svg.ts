import type { APIRoute, GetStaticPaths } from "astro";
import { mapSvg } from "../../maps/svg-file.ts";
import { mapDocument, mapFilePaths, type MapFileProps } from "./_map-files.ts";

export const getStaticPaths = mapFilePaths satisfies GetStaticPaths;

export const GET: APIRoute<MapFileProps> = ({ props, site }) =>
  new Response(mapSvg(mapDocument(props.map, site)), { headers: { "content-type": "image/svg+xml" } });
