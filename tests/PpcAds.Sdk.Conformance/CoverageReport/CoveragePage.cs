using System.Text;
using PpcAds.Sdk.Conformance.Catalogue;
using PpcAds.Sdk.Conformance.Specs;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Conformance.CoverageReport;

/// <summary>Writes <c>docs/coverage.md</c>.</summary>
internal sealed class CoveragePage(OperationCatalogue catalogue, IReadOnlyDictionary<string, CoveredOperation> operations)
{
    private readonly StringBuilder _text = new();

    public string Write()
    {
        Line("# Coverage");
        Line();
        Line("Generated, and checked, by a test: each call of the client and each step of a sync is made against the simulator, and what went over the");
        Line("wire is held against Amazon's OpenAPI files. After a change: `PPCADS_UPDATE_DOCS=1 dotnet test --filter Coverage`.");
        WriteOperations();
        WriteDatasets();
        WriteColumns();
        WriteExclusions();
        return _text.ToString();
    }

    private void WriteOperations()
    {
        Line();
        Line("## Operations");
        Line();
        Line("*Spec-checked*: each request and answer of the conformance suite was held against the file. Of Sponsored Brands");
        Line("version 4, of themes and of portfolios Amazon publishes no file; the simulator follows its documentation. In addition:");
        Line("Login with Amazon (`POST /auth/o2/token`), and the download of reports and exports from links that Amazon signs.");
        Line();
        Table(["operation", "answer", "client", "simulator", "table", "spec-checked"], operations.Select(operation => new[]
        {
            Code(operation.Key),
            Code(operation.Value.MediaType),
            Codes(operation.Value.Calls),
            operation.Value.Succeeded ? "yes" : "**no**",
            TablesOf(operation.Key, operation.Value),
            IsChecked(operation.Key) ? "yes" : "no file",
        }));
    }

    private static string TablesOf(string operation, CoveredOperation covered) =>
        operation is "POST /reporting/reports" or "GET /reporting/reports/{reportId}" ? Code("performance_records")
        : operation == "GET /v2/profiles" ? Code(ProfileRecord.Table.Name)
        : Codes(covered.Tables);

    private bool IsChecked(string name) =>
        catalogue.Operations.SingleOrDefault(operation => operation.ToString() == name) is { } known && CoveredOperations.Ids.Contains(known.Id);

    private void WriteDatasets()
    {
        Line();
        Line("## Reports");
        Line();
        Line("All types of reporting version 3 can be requested and streamed (`ReportTypes`, [reports.md](reports.md)); those with a dataset are loaded into");
        Line("`performance_records` by a sync.");
        Line();
        Table(["report type", "ad product", "datasets"], ReportCatalogue.Default.Types.OrderBy(type => type.AdProduct, StringComparer.Ordinal).Select(type => new[]
        {
            Code(type.Id),
            type.AdProduct,
            Codes(Datasets.All.Where(dataset => dataset.ReportType == type).Select(dataset => dataset.Id)),
        }));
    }

    private void WriteColumns()
    {
        Line();
        Line("## Columns of lists and exports");
        Line();
        Line("`IngestionOptions.EntitySource` says where entities come from. Columns that both carry hold the same value from either; those that only lists");
        Line("know are left as they are by an export.");
        Line();
        Table(["table", "lists and exports", "lists only"], EntityTables.All.Where(table => table.IsOfProfile && table != PortfolioRecord.Table).Select(table => new[]
        {
            Code(table.Name),
            Codes(table.Attributes.Where(column => !column.IsListOnly).Select(column => column.Name).Prepend(table.IdColumn)),
            Codes(table.Attributes.Where(column => column.IsListOnly).Select(column => column.Name)),
        }));
    }

    private void WriteExclusions()
    {
        Line();
        Line("## Not in the client");
        Line();
        Line("What Amazon's files describe in addition to the operations above, and why it is left out.");
        Line();
        Table(["operation", "operations", "why"], Exclusions.Load().Select(exclusion => new[]
        {
            Code(exclusion.Operation),
            $"{catalogue.Operations.Count(exclusion.Matches)}",
            exclusion.Reason,
        }));
    }

    private void Table(IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line($"| {string.Join(" | ", heading)} |");
        Line($"|{string.Concat(heading.Select(_ => "---|"))}");
        foreach (IReadOnlyList<string> row in rows)
        {
            Line($"| {string.Join(" | ", row)} |");
        }
    }

    private static string Codes(IEnumerable<string> names) => string.Join(", ", names.Select(Code));

    private static string Code(string name) => $"`{name}`";

    private void Line(string text = "") => _text.Append(text).Append('\n');
}
