using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary><c>AddRange</c> and <c>SaveChanges</c>, a context for each thousand rows.</summary>
internal sealed class EfSave(RunRequest request) : EfTechnique(request)
{
    protected override async Task SaveAsync(
        string connectionString, string path, long profileId, long rows, CancellationToken cancellationToken)
    {
        await foreach (ReportLine[] lines in ReadAsync(path, rows, cancellationToken))
        {
            await using WideContext context = OpenContext(connectionString);
            context.Records.AddRange(lines.Select(line => ToRecord(line, profileId)));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private WideRecord ToRecord(ReportLine line, long profileId)
    {
        var record = new WideRecord
        {
            AccountId = InputFiles.AccountId,
            ProfileId = profileId,
            Dataset = Dataset.Id,
            Date = line.Date,
            EntityKey = line.GetEntityKey(),
            ChangedAt = ChangedAt,
        };
        Fill(record, line);
        return record;
    }
}
