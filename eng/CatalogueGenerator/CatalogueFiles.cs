namespace PpcAds.Sdk.CatalogueGenerator;

/// <summary>The C# files of the catalogue. Their text depends on nothing but the JSON.</summary>
public static class CatalogueFiles
{
    /// <summary>The JSON, from the repository's root.</summary>
    public const string Source = "eng/catalogue/report-types.json";

    /// <summary>Where the files stand, from the repository's root.</summary>
    public const string Folder = "src/PpcAds.Sdk/Reports/Types";

    /// <summary>Writes all files.</summary>
    /// <param name="json">The text of <see cref="Source"/>.</param>
    /// <returns>Texts by file name.</returns>
    public static IReadOnlyDictionary<string, string> Write(string json)
    {
        IReadOnlyList<ReportTypeSource> types = CatalogueSource.Read(json);
        var files = types.ToDictionary(type => $"ReportTypes.{Identifier.Of(type.Id)}.g.cs", ReportTypeFile.Write);
        files.Add("ReportTypes.g.cs", ReportTypesFile.Write(types));
        return files;
    }
}
