using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

internal sealed class SqliteFailureDatabase : FailureDatabase
{
    protected override string Money => "_micros";

    protected override string ThirtyDays => "date(c.as_of, '-29 days')";

    public static FailureDatabase Create() =>
        new SqliteFailureDatabase { ConnectionString = $"Data Source={Path.Combine(Path.GetTempPath(), $"ppcads-{Guid.NewGuid():N}.db")};Pooling=False" };

    public override void Use(IPpcAdsBuilder builder) => builder.UseSqlite(ConnectionString);

    public override Task ExpireLeasesAsync() => ExecuteAsync("UPDATE ppc_report_jobs SET lease_until = 1 WHERE lease_until IS NOT NULL");

    public override ValueTask DisposeAsync()
    {
        string file = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
        foreach (string path in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(path);
        }

        return ValueTask.CompletedTask;
    }

    protected override DbConnection Connect() => new SqliteConnection(ConnectionString);
}
