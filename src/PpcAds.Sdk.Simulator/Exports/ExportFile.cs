using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>Writes an export's file: one gzip member with one JSON array of rows.</summary>
internal static class ExportFile
{
    public static byte[] Write(SimulatedExport export, SimulatorQuirks quirks)
    {
        DateOnly day = export.Profile.Marketplace.DateAt(export.FinishedAt);
        IEnumerable<JsonObject> rows = ExportRows.Of(export.Profile, day).SelectMany(export.Entity.RowsOf)
            .Where(export.Ask.Takes);
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        using (var json = new Utf8JsonWriter(gzip))
        {
            json.WriteStartArray();
            foreach (JsonObject row in rows)
            {
                Change(row, quirks);
                row.WriteTo(json);
            }

            json.WriteEndArray();
        }

        return file.ToArray();
    }

    private static void Change(JsonObject row, SimulatorQuirks quirks)
    {
        foreach ((string name, JsonNode? value) in row.ToList())
        {
            if (value is null && !quirks.NullOptionalMembers)
            {
                row.Remove(name);
            }
            else if (quirks.IdsAsNumbers
                && name.EndsWith("Id", StringComparison.Ordinal)
                && long.TryParse(value?.ToString(), out long id))
            {
                row[name] = id;
            }
        }

        if (quirks.UnknownEnumValues)
        {
            row["state"] = "HIBERNATING";
        }

        if (quirks.ExtraMembers)
        {
            row["experimental"] = new JsonObject { ["score"] = 0.5, ["labels"] = new JsonArray("a", "b") };
        }

        // Amazon's samples show both forms.
        if (quirks.OptimizationAsArray && row["optimization"] is { } optimization)
        {
            row["optimization"] = new JsonArray(optimization.DeepClone());
        }
    }
}
