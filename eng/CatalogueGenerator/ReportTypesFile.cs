using System.Text;

namespace PpcAds.Sdk.CatalogueGenerator;

/// <summary>Writes the file with what all types share: their ids, and a type by its id.</summary>
internal static class ReportTypesFile
{
    public static string Write(IReadOnlyList<ReportTypeSource> types)
    {
        StringBuilder text = new();
        text.Append(ReportTypeFile.Header).Append(
            """
            /// <summary>
            /// The report types of Amazon Ads reporting v3 with the names of their columns, groupings and filters, as Amazon's guides of
            /// September 2025 and OpenAPI file of December 2025 give them, with what its pages added until September 2026.
            /// </summary>
            public static partial class ReportTypes
            {
                internal static string[] Ids() =>
                [

            """);
        foreach (ReportTypeSource type in types)
        {
            text.Append("        ").Append(Identifier.Of(type.Id)).Append(".Id,\n");
        }

        text.Append(
            """
                ];

                // One case for each type, so that a type is created only when it is requested.
                internal static ReportType? Find(string id) => id switch
                {

            """);
        foreach (ReportTypeSource type in types)
        {
            string name = Identifier.Of(type.Id);
            text.Append("        ").Append(name).Append(".Id => ").Append(name).Append(".Type,\n");
        }

        return text.Append("        _ => null,\n    };\n}\n").ToString();
    }
}
