using System.Text.Json.Nodes;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>
/// One kind of case: which files are of it, what must come of any of them, and further ones that it makes. It reads what a file says and knows
/// no file by name.
/// </summary>
internal abstract class CaseKind
{
    public static IReadOnlyList<CaseKind> All { get; } =
    [
        new ListSizeKind(), new EndlessListKind(), new ShortListKind(), new RawListKind(), new ErrorBodyKind(), new FileRefusedKind(),
        new PackedErrorKind(), new PollRefusedKind(), new DatasetRefusedKind(), new OddProfileKind(), new SuddenlyEmptyKind(), new TokenAnswerKind(),
        new CredentialKind(), new RetryAfterKind(), new ByteOrderMarkKind(), new StatusOnceKind(), new LinkKind(), new ReportStatusKind(),
        new OddExportRowKind(), new ExportMemberKind(), new ReportRowKind(),
    ];

    public string Name => GetType().Name;

    /// <summary>Whether a file is of this kind.</summary>
    public abstract bool Takes(CaseFile file);

    /// <summary>Plays a file, and holds what comes of it against what is right.</summary>
    public abstract Task CheckAsync(CaseFile file, CaseStage stage);

    /// <summary>Another file of this kind.</summary>
    public abstract CaseFile Vary(CaseFile file, Random random);

    /// <summary>The only kind that takes a file.</summary>
    public static CaseKind Of(CaseFile file) =>
        All.Where(kind => kind.Takes(file)).Should().ContainSingle("one kind of test must know {0}", file).Subject;

    /// <summary>The only step of a name.</summary>
    protected static StepResult Step(IngestionResult result, string name) => result.Steps.Single(step => step.Step == name);

    /// <summary>A failed step failed by an error that the SDK documents.</summary>
    protected static void ShouldBeTyped(IngestionResult result)
    {
        foreach (StepResult step in result.Steps.Where(step => step.Exception is not null))
        {
            step.Exception.Should().Match<Exception>(
                failure => failure is AmazonAdsException || failure is PpcAdsException, "step {0} failed", step.Step);
        }
    }

    protected static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];

    protected static ListSource PickList(Random random, bool byToken) =>
        Pick(random, [.. ListSource.All.Where(list => (list.Method == "POST") == byToken && list.Id != "sb.themes" && list.Id != "portfolios")]);

    /// <summary>An entity with the members that every list of its kind has.</summary>
    protected static JsonObject Entity(ListSource list, long id)
    {
        var entity = new JsonObject
        {
            [list.IdMember] = list.Method == "POST" ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : id,
            ["state"] = list.Method == "POST" ? "ENABLED" : "enabled",
        };
        if (list.IdMember != "campaignId")
        {
            entity["campaignId"] = "7";
            entity["adGroupId"] ??= "8";
        }
        else
        {
            entity["name"] = $"campaign {id}";
            entity["startDate"] = list.Method == "POST" ? "2024-01-01" : "20240101";
        }

        return entity;
    }
}
