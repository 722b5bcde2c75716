using Microsoft.Data.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

public sealed class SqliteReadersTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"ppcads-{Guid.NewGuid():N}.db");

    private readonly SqliteReaders _readers;

    public SqliteReadersTests()
    {
        _readers = new SqliteReaders($"Data Source={_file};Pooling=False");
        Fill(_file, "first");
    }

    [Fact]
    public async Task A_page_is_read_over_the_connection_of_the_page_before()
    {
        PageConnection first = await _readers.OpenAsync(default);
        Read(first).Should().Be("first");
        first.Dispose();
        PageConnection second = await _readers.OpenAsync(default);

        second.Connection.Should().BeSameAs(first.Connection);
        Read(second).Should().Be("first");
    }

    [Fact]
    public async Task Pages_at_the_same_time_have_connections_of_their_own_and_few_are_kept()
    {
        PageConnection[] pages = await Task.WhenAll(
            Enumerable.Range(0, 3 * SqliteReaders.MostIdle).Select(_ => _readers.OpenAsync(default)));

        pages.Select(page => page.Connection).Should().OnlyHaveUniqueItems();
        foreach (PageConnection page in pages)
        {
            Read(page);
            page.Dispose();
            page.Dispose();
        }

        _readers.Idle.Should().Be(SqliteReaders.MostIdle);
    }

    [Fact]
    public async Task A_connection_whose_page_was_not_read_to_its_end_is_closed()
    {
        PageConnection page = await _readers.OpenAsync(default);
        page.Dispose();

        _readers.Idle.Should().Be(0);
        page.Connection.State.Should().Be(System.Data.ConnectionState.Closed);
    }

    [Fact]
    public async Task A_file_that_takes_the_place_of_another_is_read_from_the_next_page_on()
    {
        PageConnection before = await _readers.OpenAsync(default);
        Read(before);
        before.Dispose();
        File.Delete(_file);
        Fill(_file, "second");

        using PageConnection after = await _readers.OpenAsync(default);

        Read(after).Should().Be("second");
        before.Connection.State.Should().Be(System.Data.ConnectionState.Closed);
    }

    [Fact]
    public async Task A_file_that_is_replaced_while_a_page_is_read_is_read_from_the_next_page_on()
    {
        PageConnection during = await _readers.OpenAsync(default);
        File.Delete(_file);
        Fill(_file, "second");
        Read(during).Should().Be("first");
        during.Dispose();

        using PageConnection after = await _readers.OpenAsync(default);

        Read(after).Should().Be("second");
    }

    [Fact]
    public async Task A_database_in_memory_is_read_and_its_connection_not_kept()
    {
        string name = $"Data Source=memory-{Guid.NewGuid():N};Mode=Memory;Cache=Shared;Pooling=False";
        using var keeper = new SqliteConnection(name);
        keeper.Open();
        using SqliteCommand command = keeper.CreateCommand();
        command.CommandText = "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('in memory')";
        command.ExecuteNonQuery();
        using var readers = new SqliteReaders(name);

        using (PageConnection page = await readers.OpenAsync(default))
        {
            Read(page).Should().Be("in memory");
        }

        readers.Idle.Should().Be(0);
    }

    [Fact]
    public async Task A_changed_schema_is_seen()
    {
        PageConnection before = await _readers.OpenAsync(default);
        Read(before);
        before.Dispose();
        using (var other = new SqliteConnection($"Data Source={_file};Pooling=False"))
        {
            other.Open();
            using SqliteCommand command = other.CreateCommand();
            command.CommandText = "ALTER TABLE notes RENAME TO others; CREATE VIEW notes AS SELECT 'of the view' AS text FROM others";
            command.ExecuteNonQuery();
        }

        using PageConnection after = await _readers.OpenAsync(default);

        Read(after).Should().Be("of the view");
    }

    [Fact]
    public async Task Nothing_is_kept_once_the_host_has_stopped()
    {
        PageConnection page = await _readers.OpenAsync(default);
        Read(page);
        _readers.Dispose();
        page.Dispose();

        _readers.Idle.Should().Be(0);
        page.Connection.State.Should().Be(System.Data.ConnectionState.Closed);
        using PageConnection late = await _readers.OpenAsync(default);
        Read(late).Should().Be("first", "a page that comes late is read all the same");
    }

    public void Dispose()
    {
        _readers.Dispose();
        File.Delete(_file);
    }

    private static void Fill(string file, string text)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('{text}')";
        command.ExecuteNonQuery();
    }

    private static string Read(PageConnection page)
    {
        using var command = (SqliteCommand)page.Connection.CreateCommand();
        command.CommandText = "SELECT text FROM notes";
        string text = (string)command.ExecuteScalar()!;
        page.Complete();
        return text;
    }
}
