using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql.Migrations
{
    /// <inheritdoc />
    internal sealed partial class QueuedRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "contact_email",
                table: "ppc_accounts",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ppc_queued_runs",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    request_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    slot = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    account_id = table.Column<long>(type: "bigint", nullable: true),
                    profile_id = table.Column<long>(type: "bigint", nullable: true),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    datasets = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    synced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    steps = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_queued_runs", x => x.run_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_report_jobs_account",
                table: "ppc_report_jobs",
                columns: new[] { "account_id", "job_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_queued_runs_account",
                table: "ppc_queued_runs",
                columns: new[] { "account_id", "run_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_queued_runs_open",
                table: "ppc_queued_runs",
                column: "request_key",
                unique: true,
                filter: "state IN ('queued', 'running')");

            migrationBuilder.CreateIndex(
                name: "ix_ppc_queued_runs_slot",
                table: "ppc_queued_runs",
                column: "slot",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ppc_queued_runs");

            migrationBuilder.DropIndex(
                name: "ix_ppc_report_jobs_account",
                table: "ppc_report_jobs");

            migrationBuilder.DropColumn(
                name: "contact_email",
                table: "ppc_accounts");
        }
    }
}
